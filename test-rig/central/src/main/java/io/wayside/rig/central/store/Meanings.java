// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.core.alarm.Alarm;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.heads.HeadsStatement;
import io.wayside.rig.central.heads.PublicKeyText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** What some records say about others, or about their gateway, kept where it is found again. */
final class Meanings {

  private static final String ALARM =
      """
      INSERT INTO alarms VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (gateway, stream, source, code) DO UPDATE
      SET sequence = excluded.sequence, raised = excluded.raised
      WHERE excluded.sequence > alarms.sequence""";

  private static final int LONGEST_WORD = 200;

  private final Connection connection;

  Meanings(Connection connection) {
    this.connection = connection;
  }

  void keep(Message.Sound sound) throws SQLException {
    JournalRecord record = sound.record();
    for (Explanation explanation : Explanations.in(record)) {
      keep(explanation);
    }
    if (record.kind().equals(Alarm.KIND)) {
      keepAlarm(record);
    } else if (record.kind().toString().equals(HeadsStatement.KIND)) {
      Optional<PublicKeyText> signedWith = HeadsStatement.keyOf(record);
      if (signedWith.isPresent()) {
        KeyTable.seen(connection, record.id().gateway(), signedWith.get(), sound.received());
      }
    }
  }

  private void keep(Explanation explanation) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO explained VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, explanation.key().gateway());
      insert.setString(2, explanation.key().stream());
      insert.setString(3, explanation.reason().name());
      insert.setLong(4, explanation.first());
      insert.setLong(5, explanation.last());
      insert.setLong(6, explanation.step());
      insert.executeUpdate();
    }
  }

  /** Records may come in any order: the one with the highest number counts. */
  private void keepAlarm(JournalRecord record) throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(ALARM)) {
      upsert.setString(1, record.id().gateway());
      upsert.setString(2, record.id().stream());
      upsert.setString(3, word(record.body(), "source"));
      upsert.setString(4, word(record.body(), "code"));
      upsert.setLong(5, record.id().sequence());
      upsert.setInt(6, word(record.body(), "change").equals("cleared") ? 0 : 1);
      upsert.executeUpdate();
    }
  }

  /** PostgreSQL takes no NUL in a text; nobody needs more than the beginning of a long one. */
  private static String word(Value.Fields body, String name) {
    String text = body.get(name) instanceof Value.Text found ? found.value() : "";
    String plain = text.replace('\0', '?');
    return plain.codePointCount(0, plain.length()) <= LONGEST_WORD
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_WORD));
  }
}
