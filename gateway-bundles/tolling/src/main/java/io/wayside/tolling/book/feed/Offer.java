// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.feed;

import io.wayside.tolling.book.ListType;
import java.util.List;
import java.util.OptionalLong;

/**
 * A list that can be fetched. What a feed says of it is nobody's word: only what stands in the list
 * itself is signed.
 *
 * @param base the version that a delta builds upon; empty for a full list
 * @param files its parts
 */
public record Offer(
    String issuer, ListType type, long version, OptionalLong base, List<FeedFile> files) {

  public Offer {
    files = List.copyOf(files);
  }

  /** Of all parts; what is more than can be counted is the most that can. */
  public long bytes() {
    long sum = 0;
    for (FeedFile file : files) {
      sum += file.bytes();
      if (sum < 0) {
        return Long.MAX_VALUE;
      }
    }
    return sum;
  }

  public boolean isDelta() {
    return base.isPresent();
  }

  boolean sameList(Offer other) {
    return issuer.equals(other.issuer) && type == other.type;
  }

  /** For messages. */
  @Override
  public String toString() {
    return issuer + " " + type.word() + " " + version + (isDelta() ? " (delta)" : "");
  }
}
