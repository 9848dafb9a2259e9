// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.Ticket;
import io.wayside.tolling.book.exchange.Entry;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code kind:2 station:2 group:1 from:4 to:4}, days since 1970-01-01; a row for each ticket. In an
 * entry {@code KIND@STATION:GROUP:FROM:TO}, one word for each.
 */
record TicketRow() implements RowForm {

  private static final int MOST = 32;
  private static final int WIDTH = 13;
  private static final int STATION = 2;
  private static final int GROUP = 4;
  private static final int FROM = 5;
  private static final int TO = 9;
  private static final Pattern FORM =
      Pattern.compile("([^@:]+)@([^@:]+):(\\d{1,3}):(\\d{4}-\\d\\d-\\d\\d):(\\d{4}-\\d\\d-\\d\\d)");

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int mostRows() {
    return MOST;
  }

  @Override
  public int encode(Entry entry, Words words, byte[] into) throws GarbledData {
    int rows = 0;
    while (entry.nextWord()) {
      if (rows == MOST) {
        throw entry.wrong("a tag may have " + MOST + " tickets; leave out those that are over");
      }
      encode(entry, words, into, rows * WIDTH);
      rows++;
    }
    if (rows == 0) {
      throw entry.wrong("a ticket after the number is missing");
    }
    return rows;
  }

  private static void encode(Entry entry, Words words, byte[] into, int at) throws GarbledData {
    Matcher ticket = FORM.matcher(entry.text());
    int group = ticket.matches() ? Integer.parseInt(ticket.group(3)) : 0;
    if (group < 1 || group > 255) {
      throw entry.wrong(
          "\""
              + entry.text()
              + "\" is no ticket; expected KIND@STATION:GROUP:FROM:TO as in"
              + " monthly@S1:2:2026-11-01:2026-11-30");
    }
    WordRow.put(entry, words, ticket.group(1), into, at);
    WordRow.put(entry, words, ticket.group(2), into, at + STATION);
    into[at + GROUP] = (byte) group;
    int from = day(entry, ticket.group(4));
    int to = day(entry, ticket.group(5));
    if (to < from) {
      throw entry.wrong("\"" + entry.text() + "\" ends before it begins");
    }
    ByteBuffer.wrap(into).putInt(at + FROM, from).putInt(at + TO, to);
  }

  private static int day(Entry entry, String text) throws GarbledData {
    try {
      return (int) LocalDate.parse(text).toEpochDay();
    } catch (DateTimeParseException notDay) {
      throw entry.wrong("\"" + text + "\" is not a day");
    }
  }

  @Override
  public boolean holds(ByteBuffer table, int at, int words) {
    return WordRow.number(table, at) < words
        && WordRow.number(table, at + STATION) < words
        && table.getInt(at + FROM) <= table.getInt(at + TO);
  }

  static Ticket ticket(ByteBuffer table, int at, List<String> words) {
    return new Ticket(
        words.get(WordRow.number(table, at)),
        words.get(WordRow.number(table, at + STATION)),
        table.get(at + GROUP) & 0xff,
        LocalDate.ofEpochDay(table.getInt(at + FROM)),
        LocalDate.ofEpochDay(table.getInt(at + TO)));
  }
}
