// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tag;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of tags that a site knows. No two overlap, so that the order of the document decides
 * nothing.
 */
public final class IssuerProfiles implements Issuers {

  private final String id;
  private final IssuerProfile[] rows; // by prefix
  private final List<Optional<String>> issuers; // of the rows
  private final boolean example;

  IssuerProfiles(String id, List<IssuerProfile> sorted) {
    this.id = id;
    this.rows = sorted.toArray(IssuerProfile[]::new);
    this.issuers = sorted.stream().map(row -> Optional.of(row.issuer())).toList();
    this.example = sorted.stream().anyMatch(row -> row.certainty() == Certainty.EXAMPLE);
  }

  /** Reads a document such as {@code config/tolling/issuers-example.json}. */
  public static IssuerProfiles from(Node document) throws GarbledData {
    return new IssuerReader(document).read();
  }

  public String id() {
    return id;
  }

  /** Whether a row is made up: fine for a trial, not for money. */
  public boolean isExample() {
    return example;
  }

  public List<IssuerProfile> rows() {
    return List.copyOf(Arrays.asList(rows));
  }

  @Override
  public Optional<String> issuerOf(TagNumber tag) {
    int row = row(tag);
    return row < 0 ? Optional.empty() : issuers.get(row);
  }

  @Override
  public Optional<IssuerProfile> profileOf(TagNumber tag) {
    int row = row(tag);
    return row < 0 ? Optional.empty() : Optional.of(rows[row]);
  }

  /**
   * Of prefixes that do not overlap, the only one that may fit is the last not behind the number.
   */
  private int row(TagNumber tag) {
    if (!Hex.isHex(tag.epc())) {
      return -1;
    }
    int low = 0;
    int high = rows.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = rows[middle].prefix().compareNumber(tag.epc(), tag.bits());
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return -1;
  }
}
