// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

/**
 * What became of records since the start.
 *
 * @param accepted taken by the office
 * @param duplicates that it had already
 * @param rejected that it will never take
 */
public record PostingTally(long accepted, long duplicates, long rejected) {

  public static final PostingTally NOTHING = new PostingTally(0, 0, 0);

  PostingTally and(Settled.Verdict verdict) {
    return switch (verdict) {
      case ACCEPTED -> new PostingTally(accepted + 1, duplicates, rejected);
      case DUPLICATE -> new PostingTally(accepted, duplicates + 1, rejected);
      case REJECTED -> new PostingTally(accepted, duplicates, rejected + 1);
    };
  }
}
