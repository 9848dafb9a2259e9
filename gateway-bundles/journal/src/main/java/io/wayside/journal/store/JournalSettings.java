// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a journal is kept.
 *
 * @param folder its own folder; nobody else writes there
 * @param gateway the gateway's id
 * @param quotaBytes the most it may occupy, blobs included; well under the size of the partition
 * @param reserveBytes size of the file that is given up when the file system itself is full
 * @param keepAcknowledged how long a record stays after every destination acknowledged it
 * @param maxQueue drafts waiting for their commit
 * @param maxQueueBytes bytes of drafts waiting for their commit, blobs included
 * @param maxBatchRows records in one commit
 * @param maxBatchBytes bytes in one commit
 * @param maxRecordBytes canonical bytes of one record, blobs not included
 * @param maxBlobBytes bytes of one blob
 * @param policy what may be thinned
 * @param sealing with what it is sealed, and how often its heads are stated
 */
public record JournalSettings(
    Path folder,
    String gateway,
    long quotaBytes,
    long reserveBytes,
    Duration keepAcknowledged,
    int maxQueue,
    long maxQueueBytes,
    int maxBatchRows,
    long maxBatchBytes,
    int maxRecordBytes,
    int maxBlobBytes,
    Policy policy,
    Sealing sealing) {

  private static final long MIB = 1024 * 1024;

  /** 2 GiB, three days, and bounds for a board with 1 GB of memory. */
  public static JournalSettings standard(Path folder, String gateway) {
    return new JournalSettings(
        folder,
        gateway,
        2048 * MIB,
        16 * MIB,
        Duration.ofDays(3),
        10_000,
        32 * MIB,
        1000,
        4 * MIB,
        (int) MIB,
        (int) (16 * MIB),
        Policy.standard(),
        Sealing.standard());
  }

  public JournalSettings withQuota(long bytes, long reserve) {
    return new JournalSettings(
        folder,
        gateway,
        bytes,
        reserve,
        keepAcknowledged,
        maxQueue,
        maxQueueBytes,
        maxBatchRows,
        maxBatchBytes,
        maxRecordBytes,
        maxBlobBytes,
        policy,
        sealing);
  }

  public JournalSettings withKeepAcknowledged(Duration duration) {
    return new JournalSettings(
        folder,
        gateway,
        quotaBytes,
        reserveBytes,
        duration,
        maxQueue,
        maxQueueBytes,
        maxBatchRows,
        maxBatchBytes,
        maxRecordBytes,
        maxBlobBytes,
        policy,
        sealing);
  }

  public JournalSettings withMaxQueue(int drafts) {
    return new JournalSettings(
        folder,
        gateway,
        quotaBytes,
        reserveBytes,
        keepAcknowledged,
        drafts,
        maxQueueBytes,
        maxBatchRows,
        maxBatchBytes,
        maxRecordBytes,
        maxBlobBytes,
        policy,
        sealing);
  }

  public JournalSettings withPolicy(Policy other) {
    return new JournalSettings(
        folder,
        gateway,
        quotaBytes,
        reserveBytes,
        keepAcknowledged,
        maxQueue,
        maxQueueBytes,
        maxBatchRows,
        maxBatchBytes,
        maxRecordBytes,
        maxBlobBytes,
        other,
        sealing);
  }

  public JournalSettings withSealing(Sealing with) {
    return new JournalSettings(
        folder,
        gateway,
        quotaBytes,
        reserveBytes,
        keepAcknowledged,
        maxQueue,
        maxQueueBytes,
        maxBatchRows,
        maxBatchBytes,
        maxRecordBytes,
        maxBlobBytes,
        policy,
        with);
  }
}
