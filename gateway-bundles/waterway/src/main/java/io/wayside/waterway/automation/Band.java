// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import io.wayside.core.data.Wording;

/**
 * What holds from a level on, up to the next band.
 *
 * @param fromM above the datum of the gauge; negative infinity for the lowest band
 * @param says what it means, for people
 */
public record Band(String name, double fromM, Wish wish, Wording says) {}
