// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import java.util.Optional;

/**
 * A tag was heard. A sighting is never a passage and never a charge.
 *
 * @param monotonicNanos when it was heard
 * @param epc the tag's EPC, lower-case hexadecimal
 * @param tid the chip's own id where it was read, lower-case hexadecimal
 * @param antenna antenna port, from 1
 * @param strengthDbm received strength in dBm
 */
public record TagSighting(
    long monotonicNanos, String epc, Optional<String> tid, int antenna, double strengthDbm) {}
