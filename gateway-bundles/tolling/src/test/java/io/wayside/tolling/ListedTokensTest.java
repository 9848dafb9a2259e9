// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.store.Answer;
import io.wayside.tolling.book.store.DiskFolder;
import io.wayside.tolling.book.store.ListStore;
import io.wayside.tolling.book.store.TrialIssuer;
import io.wayside.tolling.book.table.ListedTags;
import io.wayside.tolling.gate.TokenBook;
import io.wayside.tolling.gate.TokenFinding;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deny lists of media, asked by token; the lists are made, signed and taken as an issuer's are. */
class ListedTokensTest {

  @TempDir Path folder;
  private final TrialIssuer issuer = new TrialIssuer("metro");
  private ListStore store;
  private TokenBook tokens;

  @BeforeEach
  void open() throws IOException {
    store = ListStore.open(DiskFolder.own(folder.resolve("store")), issuer.keys());
    tokens =
        new ListedTokens(
            new ListedTags(
                tag -> tag.epc().startsWith("f") ? Optional.empty() : Optional.of("metro"),
                store::shelf));
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  /** By hand, as the form of lists says: four bits a digit, filled up to whole bytes. */
  private static TagNumber number(String token) {
    return new TagNumber(token.length() % 2 == 0 ? token : token + "0", 4 * token.length());
  }

  private void lists(ListHead head, Map<TagNumber, String> tags) throws Exception {
    assertThat(
            store.apply(issuer.make(head, TrialIssuer.lines(tags)), TrialIssuer.AS_OF, read -> {}))
        .isInstanceOf(Answer.Applied.class);
  }

  private void denies(ListType type, String token) throws Exception {
    lists(TrialIssuer.full("metro", type, 1, 1), Map.of(number(token), ""));
  }

  @Test
  void withoutListsNobodyIsDeniedAndTheRecordSaysSo() {
    TokenFinding nothing = new TokenFinding(false, "none", 0, Instant.EPOCH);
    assertThat(ListedTokens.none().find("0a1b2c3d")).isEqualTo(nothing);
    assertThat(tokens.find("0a1b2c3d")).as("none has come yet").isEqualTo(nothing);
  }

  @Test
  void aTokenOfNoIssuerHereIsNotDeniedAndNamesNoList() throws Exception {
    denies(ListType.BLOCKED, "0a1b2c3d");
    assertThat(tokens.find("f01b2c3d"))
        .isEqualTo(new TokenFinding(false, "none", 0, Instant.EPOCH));
  }

  @Test
  void whoIsNotOnTheListNamesItAllTheSame() throws Exception {
    denies(ListType.BLOCKED, "0a1b2c3d");
    assertThat(tokens.find("0a1b2c3d"))
        .isEqualTo(new TokenFinding(true, "blocked", 1, TrialIssuer.AS_OF));
    assertThat(tokens.find("0a1b2c3e"))
        .isEqualTo(new TokenFinding(false, "blocked", 1, TrialIssuer.AS_OF));
  }

  @Test
  void aStolenMediumNamesTheListThatSaysSo() throws Exception {
    denies(ListType.BLOCKED, "0a1b2c3d");
    lists(TrialIssuer.full("metro", ListType.STOLEN, 1, 1), Map.of(number("0a1b2c3e"), ""));
    lists(TrialIssuer.delta("metro", ListType.STOLEN, 2, 1, 2, 1), Map.of(number("0a1b2c3f"), ""));
    TokenFinding stolen = tokens.find("0a1b2c3f");
    assertThat(stolen.denied()).isTrue();
    assertThat(stolen.list()).isEqualTo("stolen");
    assertThat(stolen.version()).isEqualTo(2);
    assertThat(tokens.find("0a1b2c3d").list()).isEqualTo("blocked");
    assertThat(tokens.find("0a1b2c40").list()).isEqualTo("blocked");
  }

  @Test
  void aDeltaHoldsFromTheNextTapOnAndEachFindingHasTheVersionItWasMadeBy() throws Exception {
    denies(ListType.BLOCKED, "0a1b2c3d");
    TokenFinding before = tokens.find("0a1b2c3e");
    lists(
        TrialIssuer.delta("metro", ListType.BLOCKED, 2, 1, 1, 1),
        Map.of(number("0a1b2c3e"), "", number("0a1b2c3d"), "-"));
    assertThat(before.denied()).isFalse();
    assertThat(before.version()).isEqualTo(1);
    assertThat(tokens.find("0a1b2c3e").denied()).isTrue();
    assertThat(tokens.find("0a1b2c3e").version()).isEqualTo(2);
    assertThat(tokens.find("0a1b2c3d").denied()).isFalse();
  }

  /**
   * Tokens of every length a reader may tell, odd ones too; none is taken for its longer sister.
   */
  @Test
  void exactlyTheListedTokensAreDenied() throws Exception {
    Random random = new Random(17);
    Map<TagNumber, String> listed = new HashMap<>();
    Set<String> denied = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder token = new StringBuilder("0");
      int length = 8 + random.nextInt(57);
      while (token.length() < length) {
        token.append(Character.forDigit(random.nextInt(16), 16));
      }
      denied.add(token.toString());
      listed.put(number(token.toString()), "");
      others.add(token.length() < 64 ? token + "0" : token.substring(0, 63));
      others.add(token.substring(0, token.length() - 1));
    }
    others.removeAll(denied);
    others.removeIf(token -> token.length() < 8);
    lists(TrialIssuer.full("metro", ListType.BLOCKED, 1, 1), listed);
    assertThat(denied).allMatch(token -> tokens.find(token).denied());
    assertThat(others).hasSizeGreaterThan(3_000).noneMatch(token -> tokens.find(token).denied());
  }
}
