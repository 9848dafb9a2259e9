// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

/**
 * Where a row of a table or a law comes from, and how sure it is. A figure that nobody can trace is
 * not a figure.
 *
 * @param source text, article, edition
 * @param certainty how sure
 */
public record Evidence(String source, Certainty certainty) {

  /** How sure. */
  public enum Certainty {
    /** Read in the primary text or recomputed. */
    VERIFIED,
    /** Another text, a programme or a thesis says so. */
    SECONDARY,
    /** Known in the trade, found in no text that could be read: check before legal use. */
    FROM_KNOWLEDGE;

    /** As it stands in documents. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** From the members {@code source} and {@code certainty} of a row. */
  public static Evidence from(Node row) throws GarbledData {
    return new Evidence(row.member("source").text(), row.member("certainty").word(Certainty.class));
  }
}
