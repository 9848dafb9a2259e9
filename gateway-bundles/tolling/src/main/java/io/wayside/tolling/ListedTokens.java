// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.gate.TokenBook;
import io.wayside.tolling.gate.TokenFinding;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.util.Comparator;

/**
 * Deny lists of media, kept and brought up to date as lists of tags are: a token is to the lists
 * what a tag's number is, under an issuer whose prefix the tokens have.
 */
final class ListedTokens implements TokenBook {

  private static final int BITS_OF_A_DIGIT = 4;

  private final TagBook lists;

  ListedTokens(TagBook lists) {
    this.lists = lists;
  }

  /** Without any lists nobody is denied, and the records say so. */
  static TokenBook none() {
    return token -> new TokenFinding(false, "none", 0, Instant.EPOCH);
  }

  @Override
  public TokenFinding find(String token) {
    boolean whole = token.length() % 2 == 0;
    String padded = whole ? token : token + "0";
    Finding found = lists.find(new TagNumber(padded, token.length() * BITS_OF_A_DIGIT));
    Standing standing = found.standing();
    boolean denied = standing == Standing.BLOCKED || standing == Standing.STOLEN;
    ListType asked = standing == Standing.STOLEN ? ListType.STOLEN : ListType.BLOCKED;
    return found.lists().stream()
        .min(
            Comparator.comparing((ListInForce list) -> !list.list().equals(asked.word()))
                .thenComparing(ListInForce::asOf))
        .map(list -> new TokenFinding(denied, list.list(), list.version(), list.asOf()))
        .orElse(new TokenFinding(denied, "none", 0, Instant.EPOCH));
  }
}
