// SPDX-License-Identifier: Apache-2.0
/**
 * What every kind of weighing in motion gives: axles, groups, vehicles and their doubts, whichever
 * sensor they came from. Pure logic.
 */
@NullMarked
package io.wayside.weighing.motion;

import org.jspecify.annotations.NullMarked;
