// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import io.wayside.core.data.Evidence;

/**
 * Keeps a device at what it was told: when the key is not written again in time, it goes back to
 * shining by itself.
 *
 * @param timeAddress holding register of the time; negative where the device's time is fixed
 * @param timeValue what is written there
 * @param keyAddress holding register of the key
 * @param everyNanos how often the key is written, a third of the time
 */
public record Heartbeat(
    int timeAddress, int timeValue, int keyAddress, int key, long everyNanos, Evidence evidence) {}
