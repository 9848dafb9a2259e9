// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import java.time.Duration;

/**
 * How records travel together.
 *
 * @param records the most in one message
 * @param bytes the most in one message before it is compressed; a larger record travels alone
 * @param longestWait how long a record may wait for company; money, enforcement and alarms do not
 * @param gzip whether a message is compressed where that makes it shorter
 */
public record Batching(int records, int bytes, Duration longestWait, boolean gzip) {}
