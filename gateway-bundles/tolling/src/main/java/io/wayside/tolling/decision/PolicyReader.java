// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.data.Wording;
import io.wayside.tolling.book.AgeLimits;
import io.wayside.tolling.book.ListType;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads a site's policy. */
final class PolicyReader {

  private static final int LONGEST_OFFICE_MS = 10_000;
  private static final int OLDEST_S = 366 * 86_400;

  private final Node document;

  PolicyReader(Node document) {
    this.document = document;
  }

  Policy read() throws GarbledData {
    document.only(
        "$schema",
        "policy",
        "version",
        "title",
        "notes",
        "currency",
        "lowBalance",
        "unlisted",
        "office",
        "lists",
        "offline",
        "corrections");
    Wording.from(document.member("title"));
    Node office = document.member("office").only("asks", "withinMs");
    Node lists = document.member("lists").only("needed", "alarmAfterS", "staleAfterS", "whenStale");
    Node offline = document.member("offline").only("mostPerTagPerDay", "mostPerLane");
    boolean asks = office.member("asks").truth();
    return new Policy(
        document.member("policy").text()
            + "/"
            + document.member("version").whole(1, Integer.MAX_VALUE),
        currency(document.member("currency")),
        leave(document.member("lowBalance"), asks),
        leave(document.member("unlisted"), asks),
        asks,
        office.member("withinMs").whole(1, LONGEST_OFFICE_MS),
        types(lists.member("needed")),
        ages(lists),
        passes(lists.member("whenStale")),
        new Policy.Limits(
            amount(offline.member("mostPerTagPerDay")), amount(offline.member("mostPerLane"))),
        aloneUpTo());
  }

  /** A document that says nothing of corrections asks for two people each time. */
  private long aloneUpTo() throws GarbledData {
    Optional<Node> corrections = document.optional("corrections");
    return corrections.isEmpty()
        ? 0
        : amount(corrections.get().only("aloneUpTo").member("aloneUpTo"));
  }

  private static String currency(Node node) throws GarbledData {
    String text = node.text();
    if (!text.matches("[A-Z]{3}")) {
      throw node.wrong("must be a currency of ISO 4217 such as VND");
    }
    return text;
  }

  private static Policy.Leave leave(Node node, boolean asksOffice) throws GarbledData {
    Policy.Leave leave = node.word(Policy.Leave.class);
    if (leave == Policy.Leave.OFFICE && !asksOffice) {
      throw node.wrong("cannot be left to the office, which /office/asks says is not asked");
    }
    return leave;
  }

  private static boolean passes(Node node) throws GarbledData {
    Policy.Leave leave = node.word(Policy.Leave.class);
    if (leave == Policy.Leave.OFFICE) {
      throw node.wrong("must be hold or pass; the office was asked before");
    }
    return leave == Policy.Leave.PASS;
  }

  private static Set<ListType> types(Node node) throws GarbledData {
    Set<ListType> types = EnumSet.noneOf(ListType.class);
    for (Node each : node.elements()) {
      if (!types.add(each.word(ListType.class))) {
        throw each.wrong("is named twice");
      }
    }
    return types;
  }

  private static AgeLimits ages(Node lists) throws GarbledData {
    int alarm = lists.member("alarmAfterS").whole(1, OLDEST_S);
    Node stale = lists.member("staleAfterS");
    return new AgeLimits(
        Duration.ofSeconds(alarm), Duration.ofSeconds(stale.whole(alarm, OLDEST_S)));
  }

  private static long amount(Node node) throws GarbledData {
    if (node.value() instanceof Value.Whole whole && whole.value() >= 0) {
      return whole.value();
    }
    throw node.wrong("must be a whole number of the currency's smallest unit, from 0");
  }
}
