// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;

/**
 * A message as it was heard.
 *
 * @param monotonicNanos when the last byte of its last sentence arrived
 * @param source who heard it, as the tag block says; empty text when it does not
 * @param own the receiver itself sent it
 * @param channel of the radio: A, B, or a blank when it is not said
 * @param bits all that was sent
 */
public record Reception(
    long monotonicNanos, String source, boolean own, char channel, AisMessage message, Bits bits) {}
