// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.metrology;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.Value;

/**
 * The parameters of one instrument as a whole, known by their hash: the instrument's document as it
 * was read, whatever the order of its members and its blanks.
 *
 * @param document its content
 * @param hash SHA-256 of its deterministic CBOR, lower-case hexadecimal
 */
public record ParameterSet(Value document, String hash) {

  private static final int SHORT = 16;

  public static ParameterSet of(Value document) {
    return new ParameterSet(document, Digest.hex(Cbor.encode(document)));
  }

  /** The first 64 bits, as people compare them. */
  public String shortHash() {
    return hash.substring(0, SHORT);
  }
}
