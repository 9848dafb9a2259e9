// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {

  @TempDir Path folder;

  @Override
  String address() {
    return folder.resolve("sub/central.db").toString();
  }

  @Override
  Connection connect() throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + address());
  }

  @Override
  void makeOlder() throws Exception {
    try (Connection connection = connect()) {
      connection.createStatement().execute("PRAGMA user_version=1");
    }
  }

  @Test
  void aFileOfSomethingElseIsRefusedAndLeftAlone() throws Exception {
    Path notOurs = folder.resolve("letter.db");
    Files.writeString(notOurs, "Dear reader, this is no database at all, only a letter.");
    assertThatThrownBy(() -> JdbcStore.open(notOurs.toString())).isInstanceOf(StoreFailed.class);
    assertThat(Files.readString(notOurs)).startsWith("Dear reader");
    String otherDatabase = folder.resolve("other.db").toString();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + otherDatabase)) {
      connection.createStatement().execute("CREATE TABLE letters (text TEXT)");
    }
    assertThatThrownBy(() -> JdbcStore.open(otherDatabase)).hasMessageContaining("something else");
    assertThatThrownBy(() -> Evidence.of(otherDatabase)).hasMessageContaining("something else");
    assertThatThrownBy(() -> Evidence.of(folder.resolve("none.db").toString()))
        .hasMessageContaining("no such file");
  }
}
