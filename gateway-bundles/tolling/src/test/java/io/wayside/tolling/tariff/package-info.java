// SPDX-License-Identifier: Apache-2.0
/** Tests of plans and prices. */
@NullMarked
package io.wayside.tolling.tariff;

import org.jspecify.annotations.NullMarked;
