// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.synchrony;

/** Whether a light flashes in step with UTC. */
public enum SyncState {
  SYNCHRONISED,
  /** It runs on by itself; it is never dark for this. */
  SYNC_LOST,
  /** Nothing tells. */
  UNKNOWN
}
