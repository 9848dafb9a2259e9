// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.audit;

import io.wayside.core.record.JournalRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a journal has of a passage.
 *
 * @param proof exports, one for each record, by their names in the pack
 * @param verified what the check of each said
 * @param pictures files by hash, whose content has that hash
 */
record Evidence(
    List<JournalRecord> related,
    Map<String, Path> proof,
    String verified,
    boolean proofHolds,
    Map<String, Path> pictures) {}
