// SPDX-License-Identifier: Apache-2.0
/**
 * How accurate an instrument proved to be: the class of COST 323, the class of OIML R 134 and the
 * type of ASTM E 1318 that pairs of reference and measured values reach. Pure arithmetic.
 */
@NullMarked
package io.wayside.weighing.accuracy;

import org.jspecify.annotations.NullMarked;
