// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.data.GarbledData;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.rig.simulators.toll.scenario.Registered;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.book.exchange.ListSigner;
import io.wayside.tolling.book.exchange.ListWriter;
import io.wayside.tolling.book.store.DiskFolder;
import io.wayside.tolling.book.store.ListDrop;
import io.wayside.tolling.book.store.ListStore;
import io.wayside.tolling.book.table.ListedTags;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * A scenario's register as an issuer's signed files on disk, taken by the gateway's own loader: for
 * the scenario in which one of them is missing. It has one issuer's key for all tags.
 */
final class SignedLists implements TagBook, AutoCloseable {

  private static final String ISSUER = "rig";
  private static final long FIRST = 12;

  private final Path folder;
  private final TreeSet<String> good = new TreeSet<>();
  private final KeyPair pair;
  private final ListStore store;
  private final ListDrop drop;
  private final ListedTags tags;
  private final List<String> faults = new ArrayList<>();
  private boolean refused;

  /** With version 12 in force. */
  SignedLists(List<Registered> register, Instant now) throws IOException {
    folder = Files.createTempDirectory("wayside-toll-lists");
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has Ed25519", absent);
    }
    ListKeys keys = ListKeys.of(ISSUER, "main", pair.getPublic());
    store = ListStore.open(DiskFolder.own(folder.resolve("store")), keys);
    drop = new ListDrop(Files.createDirectories(folder.resolve("drop")), keys, store);
    tags = new ListedTags(this::issuerOf, store::shelf);
    register.stream()
        .filter(each -> each.standing() == Registered.Standing.GOOD)
        .forEach(each -> good.add(each.epc()));
    for (ListType type : List.of(ListType.ACCOUNTS, ListType.BLOCKED)) {
      TreeSet<String> on = type == ListType.ACCOUNTS ? good : new TreeSet<>();
      lay(head(type, FIRST, OptionalLong.empty(), on.size(), now), lines(type, on));
    }
    expect(look(now) == 2 && version() == FIRST, "version " + FIRST + " was not taken");
  }

  private java.util.Optional<String> issuerOf(TagNumber tag) {
    return Registered.ISSUERS.keySet().stream()
        .filter(tag.epc()::startsWith)
        .map(prefix -> ISSUER)
        .findFirst();
  }

  /** Version 13 never comes; 14 does, which builds upon it. */
  void gap(Instant now) throws IOException {
    String fresh = "3416214b94" + "f".repeat(14);
    lay(
        head(ListType.ACCOUNTS, FIRST + 2, OptionalLong.of(FIRST + 1), good.size() + 1L, now),
        lines(ListType.ACCOUNTS, new TreeSet<>(List.of(fresh))));
    refused = look(now) == 0;
    expect(refused && version() == FIRST, "version 14 was taken without 13");
    good.add(fresh);
  }

  /** The full list that was asked for. */
  void full(Instant now) throws IOException {
    lay(
        head(ListType.ACCOUNTS, FIRST + 2, OptionalLong.empty(), good.size(), now),
        lines(ListType.ACCOUNTS, good));
    expect(look(now) == 1 && version() == FIRST + 2, "the full version 14 was not taken");
  }

  private void expect(boolean is, String fault) {
    if (!is) {
      faults.add(fault);
    }
  }

  /** What the loader did that it should not. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  private long version() {
    return inForce().stream()
        .filter(list -> list.list().equals(ListType.ACCOUNTS.word()))
        .mapToLong(ListInForce::version)
        .findFirst()
        .orElse(0);
  }

  /** How many lists were taken; a file must not have changed between two looks. */
  private int look(Instant now) throws IOException {
    int taken = 0;
    for (int i = 0; i < 2; i++) {
      taken += (int) drop.look(now).stream().filter(ListDrop.News::taken).count();
    }
    return taken;
  }

  private static ListHead head(
      ListType type, long version, OptionalLong base, long tags, Instant now) {
    return new ListHead(ISSUER, type, version, base, now, now, 0, tags, 0, "", 1, 1);
  }

  private static List<String> lines(ListType type, Collection<String> numbers) {
    return numbers.stream()
        .map(number -> type == ListType.ACCOUNTS ? number + " 1 ok" : number)
        .toList();
  }

  private void lay(ListHead head, List<String> lines) throws IOException {
    Path file =
        folder.resolve("drop").resolve(head.type().word() + "-" + head.version() + head.isDelta());
    try {
      new ListWriter(new ListSigner("main", pair.getPrivate()), part -> Files.newOutputStream(file))
          .write(head, lines.stream().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList());
    } catch (GarbledData impossible) {
      throw new IllegalStateException("the rig's own list is damaged", impossible);
    }
  }

  @Override
  public Finding find(TagNumber tag) {
    return tags.find(tag);
  }

  @Override
  public List<ListInForce> inForce() {
    return tags.inForce();
  }

  @Override
  public void close() throws IOException {
    store.close();
    Folders.delete(folder);
  }
}
