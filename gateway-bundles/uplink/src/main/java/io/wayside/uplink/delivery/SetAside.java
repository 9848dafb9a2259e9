// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import io.wayside.core.record.RecordId;

/**
 * Records that are not sent in this session, because their messages are larger than may be sent.
 * They stay in the journal, unacknowledged; what comes after them is sent.
 *
 * @param latest the last of them
 * @param bytes topic and payload of its message
 * @param largest what may be sent
 * @param records how many there are
 */
public record SetAside(RecordId latest, int bytes, int largest, long records) {}
