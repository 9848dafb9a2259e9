// SPDX-License-Identifier: Apache-2.0
/** Carries requests by HTTP. */
@NullMarked
package io.wayside.tolling.office.http;

import org.jspecify.annotations.NullMarked;
