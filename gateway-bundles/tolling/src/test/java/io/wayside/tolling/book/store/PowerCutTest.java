// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.table.ListedTags;
import io.wayside.tolling.tag.Issuers;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whenever the power goes while a list is applied, the old one or the new one is there whole. */
class PowerCutTest {

  private static final Issuers ALPHA = tag -> Optional.of("alpha");
  private static final int TAGS = 12_000; // some blocks of a file

  private final TrialIssuer alpha = new TrialIssuer("alpha");

  private static TagNumber tag(int number) {
    return new TagNumber(String.format("%024x", number * 7919L), 96);
  }

  private List<MemoryPart> full(int version) throws Exception {
    List<String> lines =
        IntStream.range(0, TAGS).mapToObj(i -> tag(i).epc() + " v" + version).toList();
    return alpha.make(TrialIssuer.full("alpha", ListType.EXEMPT, version, 2), lines);
  }

  /** Turns every tag to the new version, a hundred at the end leave. */
  private List<MemoryPart> delta(int version) throws Exception {
    List<String> lines =
        IntStream.range(0, TAGS)
            .mapToObj(i -> i < TAGS - 100 ? tag(i).epc() + " v" + version : "-" + tag(i).epc())
            .toList();
    return alpha.make(
        TrialIssuer.delta("alpha", ListType.EXEMPT, version, version - 1, TAGS - 100, 1), lines);
  }

  private static String inForce(ListStore store) {
    ListedTags book = new ListedTags(ALPHA, store::shelf);
    String first = book.find(tag(0)).exempt().orElse("none");
    for (int i = 0; i < TAGS - 100; i += 97) {
      assertThat(book.find(tag(i)).exempt().orElse("none")).isEqualTo(first);
    }
    return first;
  }

  @Test
  void aListIsThereWholeOrNotAtAll() throws Exception {
    Random random = new Random(11);
    List<MemoryPart> second = full(2);
    List<MemoryPart> third = full(3);
    List<MemoryPart> change = delta(3);
    int[] seen = new int[2];
    for (int round = 0; round < 2; round++) {
      for (int cut = 0; ; cut++) {
        FragileFolder folder = new FragileFolder();
        ListStore store = ListStore.open(folder, alpha.keys());
        store.apply(full(1), TrialIssuer.AS_OF, read -> {});
        store.apply(second, TrialIssuer.AS_OF, read -> {});
        folder.cutBefore(cut);
        boolean returned = false;
        try {
          store.apply(round % 2 == 0 ? third : change, TrialIssuer.AS_OF, read -> {});
          returned = true;
        } catch (IOException powerCut) {
          assertThat(inForce(store)).as("in memory").isIn("v2", "v3");
        }
        FragileFolder survivor = folder.survivor(random);
        ListStore after = ListStore.open(survivor, alpha.keys());
        String version = inForce(after);
        assertThat(version).isIn("v2", "v3");
        if (returned) {
          assertThat(version).isEqualTo("v3");
        }
        seen[version.equals("v2") ? 0 : 1]++;
        assertThat(survivor.names()).noneMatch(name -> name.endsWith(".part"));
        after.apply(third, TrialIssuer.AS_OF, read -> {});
        assertThat(inForce(after)).isEqualTo("v3");
        if (returned) {
          break;
        }
      }
    }
    assertThat(seen[0]).isGreaterThan(10);
    assertThat(seen[1]).isGreaterThan(1);
  }

  @Test
  void theVeryFirstListIsThereWholeOrNotAtAll() throws Exception {
    Random random = new Random(12);
    List<MemoryPart> first = full(1);
    for (int cut = 0; cut < 20; cut++) {
      FragileFolder folder = new FragileFolder();
      ListStore store = ListStore.open(folder, alpha.keys());
      folder.cutBefore(cut);
      try {
        store.apply(first, TrialIssuer.AS_OF, read -> {});
      } catch (IOException powerCut) {
        assertThat(inForce(store)).isIn("none", "v1");
      }
      assertThat(inForce(ListStore.open(folder.survivor(random), alpha.keys()))).isIn("none", "v1");
    }
  }

  @Test
  void aFileCutShortAnywhereIsPassedOver() throws Exception {
    FragileFolder folder = new FragileFolder();
    ListStore store = ListStore.open(folder, alpha.keys());
    for (int version = 1; version <= 2; version++) {
      List<String> lines = List.of(tag(1).epc() + " v" + version, tag(2).epc() + " v" + version);
      store.apply(
          alpha.make(TrialIssuer.full("alpha", ListType.EXEMPT, version, 1), lines),
          TrialIssuer.AS_OF,
          read -> {});
    }
    String newest = "alpha.exempt.0000000000000000002.tags";
    byte[] whole = folder.bytes(newest);
    for (int length = 0; length < whole.length; length++) {
      folder.put(newest, java.util.Arrays.copyOf(whole, length));
      ListStore after = ListStore.open(folder, alpha.keys());
      assertThat(new ListedTags(ALPHA, after::shelf).find(tag(1)).exempt()).contains("v1");
      assertThat(after.damage()).hasSize(1);
    }
  }
}
