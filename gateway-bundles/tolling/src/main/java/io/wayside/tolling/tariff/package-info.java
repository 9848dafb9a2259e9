// SPDX-License-Identifier: Apache-2.0
/**
 * What a stay costs: plans as documents with source and version, and one function from a stay to an
 * amount that explains itself. Needs no centre.
 */
@NullMarked
package io.wayside.tolling.tariff;

import org.jspecify.annotations.NullMarked;
