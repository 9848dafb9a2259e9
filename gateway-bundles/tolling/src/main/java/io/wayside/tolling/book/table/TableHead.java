// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.Entry;
import io.wayside.tolling.book.exchange.ListHead;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a table says of itself, behind its rows: only there all of it is known.
 *
 * @param tags how many numbers there are
 */
record TableHead(
    String issuer,
    ListType type,
    long version,
    Instant asOf,
    Instant validFrom,
    long tags,
    int plateHashBytes,
    List<String> words,
    List<Section> sections) {

  static final String FORM = "wayside-tag-table/1";

  TableHead {
    words = List.copyOf(words);
    sections = List.copyOf(sections);
  }

  static TableHead of(ListHead list, long tags, List<String> words, List<Section> sections) {
    return new TableHead(
        list.issuer(),
        list.type(),
        list.version(),
        list.asOf(),
        list.validFrom(),
        tags,
        list.plateHashBytes(),
        words,
        sections);
  }

  ListInForce inForce() {
    return new ListInForce(issuer, type.word(), version, asOf);
  }

  Value.Fields toValue() {
    List<Value> parts = new ArrayList<>();
    sections.forEach(
        each -> parts.add(Value.Fields.with("bits", each.bits()).and("rows", each.rows()).build()));
    return Value.Fields.with("form", FORM)
        .and("issuer", issuer)
        .and("list", type.word())
        .and("version", version)
        .and("asOf", asOf.toString())
        .and("validFrom", validFrom.toString())
        .and("tags", tags)
        .and("plateHashBytes", plateHashBytes)
        .and("words", words.stream().map(Value.Text::new).toList())
        .and("sections", parts)
        .build();
  }

  static TableHead from(Node node) throws GarbledData {
    if (!node.member("form").text().equals(FORM)) {
      throw node.member("form").wrong("must be \"" + FORM + "\"");
    }
    String word = node.member("list").text();
    ListType type =
        ListType.of(word).orElseThrow(() -> node.wrong("is of no list known here: " + word));
    int plateHashBytes = node.member("plateHashBytes").whole(0, 32);
    List<String> words = new ArrayList<>();
    for (Node each : node.member("words").elements()) {
      words.add(each.text());
    }
    return new TableHead(
        node.member("issuer").text(),
        type,
        whole(node.member("version")),
        instant(node.member("asOf")),
        instant(node.member("validFrom")),
        whole(node.member("tags")),
        plateHashBytes,
        words,
        sections(node.member("sections"), RowForm.of(type, plateHashBytes).width()));
  }

  private static List<Section> sections(Node node, int payload) throws GarbledData {
    List<Section> sections = new ArrayList<>();
    long at = 0;
    int least = 1;
    for (Node each : node.elements()) {
      int bits = each.member("bits").whole(least, Entry.MOST_BITS);
      int rows = each.member("rows").whole(1, Integer.MAX_VALUE);
      int width = (bits + 7) / 8 + payload;
      sections.add(new Section(bits, (int) at, rows, width));
      at += (long) rows * width;
      if (at > Integer.MAX_VALUE) {
        throw each.wrong("has more rows than a table can hold");
      }
      least = bits + 1;
    }
    return sections;
  }

  private static long whole(Node node) throws GarbledData {
    if (node.value() instanceof Value.Whole whole) {
      return whole.value();
    }
    throw node.wrong("must be a whole number");
  }

  private static Instant instant(Node node) throws GarbledData {
    try {
      return Instant.parse(node.text());
    } catch (DateTimeParseException notInstant) {
      throw node.wrong("must be a time");
    }
  }
}
