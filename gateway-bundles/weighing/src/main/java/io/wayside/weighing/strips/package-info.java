// SPDX-License-Identifier: Apache-2.0
/**
 * High-speed weigh-in-motion over strips: quartz, piezo and bending plates. From samples to wheels,
 * from wheels to axles and vehicles, with loads and their uncertainty. Pure logic.
 */
@NullMarked
package io.wayside.weighing.strips;

import org.jspecify.annotations.NullMarked;
