// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.tolling.book.ListType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A head as one line of JSON. */
final class HeadForm {

  static final String FORM = "wayside-tags/1";
  static final int MOST_PARTS = 10_000;
  static final int MOST_PLATE_HASH_BYTES = 32;

  /** More than anybody's tags; a table of them would not fit into one mapping either. */
  private static final long MOST_ENTRIES = 200_000_000;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private HeadForm() {}

  static String write(ListHead head) {
    FieldsBuilder fields =
        Value.Fields.with("form", FORM)
            .and("issuer", head.issuer())
            .and("list", head.type().word())
            .and("kind", head.isDelta() ? "delta" : "full")
            .and("version", head.version());
    head.base().ifPresent(base -> fields.and("base", base));
    fields
        .and("asOf", head.asOf().toString())
        .and("validFrom", head.validFrom().toString())
        .and("entries", head.entries())
        .and("tags", head.tags());
    if (head.plateHashBytes() > 0) {
      fields.and("plateHashBytes", head.plateHashBytes());
    }
    return Json.write(
        fields
            .and("sha256", head.sha256())
            .and("part", head.part())
            .and("parts", head.parts())
            .build());
  }

  static ListHead read(String source, String line) throws GarbledData {
    Node head = Node.read(source, line);
    if (!head.member("form").text().equals(FORM)) {
      throw head.member("form").wrong("must be \"" + FORM + "\"; this software reads no other");
    }
    head.only(
        "form",
        "issuer",
        "list",
        "kind",
        "version",
        "base",
        "asOf",
        "validFrom",
        "entries",
        "tags",
        "plateHashBytes",
        "sha256",
        "part",
        "parts");
    ListType type = type(head.member("list"));
    long version = number(head.member("version"), 1, Long.MAX_VALUE);
    int parts = head.member("parts").whole(1, MOST_PARTS);
    return new ListHead(
        matching(head.member("issuer"), NAME),
        type,
        version,
        base(head, version),
        instant(head.member("asOf")),
        instant(head.member("validFrom")),
        number(head.member("entries"), 0, MOST_ENTRIES),
        number(head.member("tags"), 0, MOST_ENTRIES),
        plateHashBytes(head, type),
        matching(head.member("sha256"), SHA256),
        head.member("part").whole(1, parts),
        parts);
  }

  private static ListType type(Node node) throws GarbledData {
    String word = node.text();
    return ListType.of(word)
        .orElseThrow(() -> node.wrong("is no list known here: \"" + word + "\""));
  }

  private static OptionalLong base(Node head, long version) throws GarbledData {
    return switch (head.member("kind").text()) {
      case "delta" -> OptionalLong.of(number(head.member("base"), 1, version - 1));
      case "full" -> {
        if (head.optional("base").isPresent()) {
          throw head.member("base").wrong("must not be there: a full list builds upon nothing");
        }
        yield OptionalLong.empty();
      }
      default -> throw head.member("kind").wrong("must be full or delta");
    };
  }

  private static int plateHashBytes(Node head, ListType type) throws GarbledData {
    if (head.optional("plateHashBytes").isEmpty()) {
      return 0;
    }
    Node node = head.member("plateHashBytes");
    if (type != ListType.ACCOUNTS) {
      throw node.wrong("must not be there: only accounts have plates");
    }
    return node.whole(1, MOST_PLATE_HASH_BYTES);
  }

  static long number(Node node, long least, long most) throws GarbledData {
    if (!(node.value() instanceof Value.Whole whole)
        || whole.value() < least
        || whole.value() > most) {
      throw node.wrong(
          most < least
              ? "fits no version; a delta's version is above its base"
              : "must be a whole number from " + least + " to " + most);
    }
    return whole.value();
  }

  private static String matching(Node node, Pattern pattern) throws GarbledData {
    String text = node.text();
    if (!pattern.matcher(text).matches()) {
      throw node.wrong("must look like " + pattern);
    }
    return text;
  }

  private static Instant instant(Node node) throws GarbledData {
    try {
      return Instant.parse(node.text());
    } catch (DateTimeParseException notInstant) {
      throw node.wrong("must be a time in UTC such as 2026-11-21T23:00:00Z");
    }
  }
}
