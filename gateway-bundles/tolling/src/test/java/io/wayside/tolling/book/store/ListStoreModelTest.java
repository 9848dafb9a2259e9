// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.table.ListedTags;
import io.wayside.tolling.tag.Issuers;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of lists of every kind, right and wrong, beside plain maps that keep the same. */
class ListStoreModelTest {

  private static final Issuers ALPHA = tag -> Optional.of("alpha");

  private final TrialIssuer alpha = new TrialIssuer("alpha");
  private final ListModel model = new ListModel();
  private final Map<String, Integer> done = new HashMap<>();
  private FragileFolder folder = new FragileFolder();

  private ListStore open() throws Exception {
    return ListStore.open(folder, alpha.keys());
  }

  private static ListHead plates(ListHead head) {
    return head.type() == ListType.ACCOUNTS
        ? TrialIssuer.withPlates(head, RandomLists.PLATE_BYTES)
        : head;
  }

  private Answer apply(ListStore store, List<MemoryPart> parts) throws Exception {
    return store.apply(parts, TrialIssuer.AS_OF, read -> {});
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theStoreSaysWhatPlainMapsSay(long seed) throws Exception {
    Random random = new Random(seed);
    RandomLists lists = new RandomLists(random);
    List<TagNumber> universe = lists.tags(260);
    ListStore store = open();
    for (int step = 0; step < 700; step++) {
      ListType type = List.of(ListType.values()).get(random.nextInt(6));
      int parts = 1 + random.nextInt(3);
      if (random.nextInt(3) == 0 || model.version(type) == 0) {
        full(store, random, lists, type, lists.list(type, universe), parts);
      } else {
        delta(store, random, lists, type, universe, parts);
      }
      if (step % 50 == 49) {
        store = open();
        assertThat(store.damage()).isEmpty();
        check(store, universe);
      } else {
        check(store, universe.subList(step % 200, step % 200 + 20));
      }
      assertThat(folder.names()).hasSizeLessThanOrEqualTo(2 * ListType.values().length);
    }
    assertThat(done.keySet())
        .contains(
            "full",
            "delta",
            "old",
            "gap",
            "diverged",
            "count",
            "damaged",
            "missing",
            "foreign",
            "later");
  }

  private void check(ListStore store, List<TagNumber> tags) {
    ListedTags book = new ListedTags(ALPHA, store::shelf);
    assertThat(book.inForce()).isEqualTo(model.inForce("alpha"));
    for (TagNumber tag : tags) {
      assertThat(book.find(tag)).as("%s", tag).isEqualTo(model.find("alpha", tag));
      assertThat(book.discountOf(tag)).isEqualTo(model.discount(tag));
    }
  }

  private void full(
      ListStore store,
      Random random,
      RandomLists lists,
      ListType type,
      Map<TagNumber, String> says,
      int parts)
      throws Exception {
    long version = model.version(type) + 1 + random.nextInt(2);
    List<MemoryPart> made =
        new ArrayList<>(
            alpha.make(
                plates(TrialIssuer.full("alpha", type, version, parts)), TrialIssuer.lines(says)));
    if (spoilt(store, random, made)) {
      return;
    }
    Collections.shuffle(made, random);
    assertThat(apply(store, made)).isInstanceOf(Answer.Applied.class);
    model.lists.put(type, says);
    model.versions.put(type, version);
    did("full");
    if (random.nextInt(4) == 0) {
      assertThat(apply(store, made)).isInstanceOf(Answer.Already.class);
      did("old");
    }
    if (version > 1 && random.nextInt(4) == 0) {
      Map<TagNumber, String> other = lists.list(type, new ArrayList<>(says.keySet()));
      List<MemoryPart> older =
          alpha.make(
              plates(TrialIssuer.full("alpha", type, version - 1, 1)), TrialIssuer.lines(other));
      assertThat(apply(store, older)).isInstanceOf(Answer.Already.class);
    }
  }

  private void delta(
      ListStore store,
      Random random,
      RandomLists lists,
      ListType type,
      List<TagNumber> universe,
      int parts)
      throws Exception {
    Map<TagNumber, String> after = new HashMap<>(model.list(type));
    Map<TagNumber, String> changes = new HashMap<>();
    for (int i = random.nextInt(40); i > 0; i--) {
      TagNumber tag = universe.get(random.nextInt(universe.size()));
      if (!changes.containsKey(tag)) {
        boolean leaves = after.containsKey(tag) && random.nextBoolean();
        changes.put(tag, leaves ? "-" : lists.words(type));
        if (leaves) {
          after.remove(tag);
        } else {
          after.put(tag, changes.get(tag));
        }
      }
    }
    long have = model.version(type);
    long base = random.nextInt(6) == 0 ? have + 1 + random.nextInt(3) : have;
    boolean wrongCount = random.nextInt(12) == 0;
    boolean diverged = random.nextInt(12) == 0 && takesOneAwayTwice(changes, after, universe);
    List<MemoryPart> made =
        new ArrayList<>(
            alpha.make(
                plates(
                    TrialIssuer.delta(
                        "alpha",
                        type,
                        base + 1 + random.nextInt(2),
                        base,
                        after.size() + (wrongCount ? 1 : 0),
                        parts)),
                TrialIssuer.lines(changes)));
    // What does not build upon the version in force is not read at all.
    if (base == have && spoilt(store, random, made)) {
      return;
    }
    Answer answer = apply(store, made);
    if (base != have || diverged || wrongCount) {
      assertThat(answer).isInstanceOf(Answer.AskFull.class);
      assertThat(((Answer.AskFull) answer).have()).isEqualTo(have);
      did(base != have ? "gap" : diverged ? "diverged" : "count");
      return;
    }
    assertThat(answer).isInstanceOf(Answer.Applied.class);
    assertThat(((Answer.Applied) answer).tags()).isEqualTo(after.size());
    model.lists.put(type, after);
    model.versions.put(type, ((Answer.Applied) answer).now().version());
    did("delta");
  }

  private static boolean takesOneAwayTwice(
      Map<TagNumber, String> changes, Map<TagNumber, String> after, List<TagNumber> universe) {
    Optional<TagNumber> absent =
        universe.stream()
            .filter(tag -> !after.containsKey(tag) && !changes.containsKey(tag))
            .findFirst();
    absent.ifPresent(tag -> changes.put(tag, "-"));
    return absent.isPresent();
  }

  /** Now and then hands it in wrong, which must change nothing. */
  private boolean spoilt(ListStore store, Random random, List<MemoryPart> made) throws Exception {
    List<MemoryPart> wrong = new ArrayList<>(made);
    switch (random.nextInt(14)) {
      case 0 -> {
        int part = random.nextInt(wrong.size());
        byte[] bytes = wrong.get(part).bytes().clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        wrong.set(part, new MemoryPart("damaged", bytes));
        did("damaged");
      }
      case 1 -> {
        if (wrong.size() == 1) {
          return false;
        }
        wrong.remove(random.nextInt(wrong.size()));
        did("missing");
      }
      case 2 -> {
        ListStore other = ListStore.open(folder, new TrialIssuer("alpha").keys());
        assertThatThrownBy(() -> apply(other, made))
            .isInstanceOf(GarbledData.class)
            .hasMessageContaining("alpha");
        did("foreign");
        return true;
      }
      case 3 -> {
        assertThat(store.apply(made, TrialIssuer.AS_OF.minusMillis(1), read -> {}))
            .isInstanceOfAny(Answer.NotYet.class, Answer.AskFull.class);
        did("later");
        return true;
      }
      default -> {
        return false;
      }
    }
    assertThatThrownBy(() -> apply(store, wrong)).isInstanceOf(GarbledData.class);
    return true;
  }

  private void did(String what) {
    done.merge(what, 1, Integer::sum);
  }

  @Test
  void anEmptyListIsAListAndSaysThatNobodyIsOnIt() throws Exception {
    TagNumber tag = new TagNumber("00".repeat(12), 96);
    ListStore store = open();
    apply(store, alpha.make(TrialIssuer.full("alpha", ListType.BLOCKED, 1, 1), List.of(tag.epc())));
    ListedTags book = new ListedTags(ALPHA, store::shelf);
    assertThat(book.find(tag).standing()).isEqualTo(Standing.BLOCKED);
    Answer answer =
        apply(store, alpha.make(TrialIssuer.full("alpha", ListType.BLOCKED, 2, 1), List.of()));
    assertThat(answer).isInstanceOf(Answer.Applied.class);
    assertThat(book.find(tag).standing()).isEqualTo(Standing.UNLISTED);
    assertThat(book.find(tag).lists()).hasSize(1);
  }

  @Test
  void theVersionBeforeIsKeptAndComesBackWhenTheNewestIsDamaged() throws Exception {
    ListStore store = open();
    TagNumber tag = new TagNumber("01".repeat(12), 96);
    for (int version = 1; version <= 3; version++) {
      apply(
          store,
          alpha.make(
              TrialIssuer.full("alpha", ListType.EXEMPT, version, 1),
              List.of(tag.epc() + " reason-" + version)));
    }
    assertThat(folder.names()).hasSize(2);
    String newest = "alpha.exempt.0000000000000000003.tags";
    byte[] bytes = folder.bytes(newest);
    bytes[5] ^= 1;
    folder.put(newest, bytes);
    ListStore again = open();
    assertThat(new ListedTags(ALPHA, again::shelf).find(tag).exempt()).contains("reason-2");
    assertThat(again.damage()).singleElement().asString().contains(newest).contains("full list");
    Answer gap =
        apply(
            again, alpha.make(TrialIssuer.delta("alpha", ListType.EXEMPT, 4, 3, 1, 1), List.of()));
    assertThat(gap).isInstanceOf(Answer.AskFull.class);
    apply(
        again,
        alpha.make(
            TrialIssuer.full("alpha", ListType.EXEMPT, 3, 1), List.of(tag.epc() + " again")));
    assertThat(new ListedTags(ALPHA, open()::shelf).find(tag).exempt()).contains("again");
  }

  @Test
  void partsOfTwoMakingsOfOneVersionAreNotMixed() throws Exception {
    ListHead head = TrialIssuer.full("alpha", ListType.STOLEN, 1, 2);
    List<MemoryPart> one = alpha.make(head, List.of("00", "01"));
    List<MemoryPart> other = alpha.make(head, List.of("00", "02"));
    ListStore store = open();
    assertThatThrownBy(() -> apply(store, List.of(one.get(0), other.get(1))))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("another making");
    assertThatThrownBy(() -> apply(store, List.of(one.get(0), one.get(0))))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("part 1");
    assertThatThrownBy(() -> apply(store, one.subList(0, 1)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("alpha stolen 1: part 2 of 2 is missing");
    assertThatThrownBy(() -> apply(store, List.of())).isInstanceOf(GarbledData.class);
    assertThat(folder.names()).isEmpty();
    assertThat(apply(store, one)).isInstanceOf(Answer.Applied.class);
  }

  @Test
  void aDeltaWithOtherHashesOfPlatesNeedsTheFullList() throws Exception {
    ListStore store = open();
    ListHead full = TrialIssuer.full("alpha", ListType.ACCOUNTS, 1, 1);
    apply(store, alpha.make(TrialIssuer.withPlates(full, 4), List.of("00 1 ok 01020304")));
    ListHead delta = TrialIssuer.delta("alpha", ListType.ACCOUNTS, 2, 1, 1, 1);
    Answer answer =
        apply(
            store,
            alpha.make(TrialIssuer.withPlates(delta, 8), List.of("00 1 low 0102030405060708")));
    assertThat(answer).isInstanceOf(Answer.AskFull.class);
  }

  @Test
  void aDeltaWithOneWordTooManyNeedsTheFullList() throws Exception {
    ListStore store = open();
    List<String> lines = new ArrayList<>();
    for (int word = 0; word < 4096; word++) {
      lines.add(String.format("%04x reason-%d", word, word));
    }
    apply(store, alpha.make(TrialIssuer.full("alpha", ListType.EXEMPT, 1, 1), lines));
    ListHead delta = TrialIssuer.delta("alpha", ListType.EXEMPT, 2, 1, 4096, 1);
    assertThat(apply(store, alpha.make(delta, List.of("0007 reason-8"))))
        .isInstanceOf(Answer.Applied.class);
    ListHead next = TrialIssuer.delta("alpha", ListType.EXEMPT, 3, 2, 4096, 1);
    assertThat(apply(store, alpha.make(next, List.of("0007 another"))))
        .isInstanceOf(Answer.AskFull.class);
  }
}
