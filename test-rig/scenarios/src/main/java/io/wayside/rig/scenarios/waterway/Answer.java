// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

/**
 * A change of what a watcher says.
 *
 * @param atMs when it said so
 * @param state in the words of the records, such as {@code off-station}
 */
record Answer(long atMs, int aid, Question question, String state, String reason) {}
