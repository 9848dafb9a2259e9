// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.driver.indicator.codec;

/** What a codec would be. */
public record Frames(int length) {}
