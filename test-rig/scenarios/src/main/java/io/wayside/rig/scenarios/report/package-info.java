// SPDX-License-Identifier: Apache-2.0
/**
 * The accuracy of weighing in motion in simulation, as a page with plots that a person can read.
 */
@NullMarked
package io.wayside.rig.scenarios.report;

import org.jspecify.annotations.NullMarked;
