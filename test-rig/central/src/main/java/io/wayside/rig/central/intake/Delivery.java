// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import java.time.Instant;

/**
 * A message the broker waits to have acknowledged.
 *
 * @param topic where it was published
 * @param payload its bytes; nobody changes them
 * @param received when it came
 * @param acknowledge tells the broker; called once, after the message is on stable storage
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Delivery(String topic, byte[] payload, Instant received, Runnable acknowledge) {}
