// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.ListHead;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table's file name: {@code ISSUER.LIST.VERSION.tags}, the version in 19 digits. */
record TableName(String issuer, ListType type, long version) {

  private static final Pattern FORM =
      Pattern.compile("([a-z0-9][a-z0-9-]{0,31})\\.([a-z]+)\\.([0-9]{19})\\.tags");

  /** How the name of a file that is being written ends; it means nothing to anybody. */
  static final String UNFINISHED = ".part";

  static TableName of(ListHead head) {
    return new TableName(head.issuer(), head.type(), head.version());
  }

  static Optional<TableName> of(String file) {
    Matcher name = FORM.matcher(file);
    if (!name.matches()) {
      return Optional.empty();
    }
    try {
      long version = Long.parseLong(name.group(3));
      return ListType.of(name.group(2)).map(type -> new TableName(name.group(1), type, version));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  boolean sameList(TableName other) {
    return issuer.equals(other.issuer) && type == other.type;
  }

  String file() {
    return String.format("%s.%s.%019d.tags", issuer, type.word(), version);
  }

  String unfinished() {
    return issuer + "." + type.word() + UNFINISHED;
  }
}
