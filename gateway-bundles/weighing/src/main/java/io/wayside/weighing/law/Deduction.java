// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.Wording;

/**
 * What is taken off a load before it is compared with a limit.
 *
 * @param percent when nobody says otherwise
 * @param text what is known about it, for people
 */
public record Deduction(double percent, Wording text, Evidence evidence) {}
