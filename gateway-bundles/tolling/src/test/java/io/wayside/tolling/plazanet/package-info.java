// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.tolling.plazanet;

import org.jspecify.annotations.NullMarked;
