// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.central.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

/** On a real server, started for the tests. */
class PostgresStoreTest extends StoreContract {

  private final String address = Postgres.required().newDatabase();

  @Override
  String address() {
    return address;
  }

  @Override
  Connection connect() throws Exception {
    return DriverManager.getConnection(address);
  }

  @Override
  void makeOlder() throws Exception {
    try (Connection connection = connect()) {
      connection.createStatement().execute("UPDATE centre SET version = 1");
    }
  }

  @Test
  void goesOnAfterTheServerThrewItOut() throws Exception {
    try (JdbcStore store = JdbcStore.open(address)) {
      assertThat(store.latest(1)).isEmpty();
      try (Connection other = connect()) {
        other
            .createStatement()
            .execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
      }
      assertThatThrownBy(() -> store.latest(1)).isInstanceOf(StoreFailed.class);
      assertThat(store.latest(1)).isEmpty();
      assertThatThrownBy(() -> store.store(java.util.List.of())).isInstanceOf(StoreFailed.class);
      assertThat(store.store(java.util.List.of())).isEmpty();
    }
  }

  @Test
  void aDatabaseWithoutACentresTablesIsNotRead() {
    String empty = Postgres.required().newDatabase();
    assertThatThrownBy(() -> Archive.open(empty)).hasMessageContaining("no centre's tables");
  }

  @Test
  void noMessageTellsThePassword() {
    String nobody = "jdbc:postgresql://127.0.0.1:1/x?user=u&password=secret";
    assertThatThrownBy(() -> JdbcStore.open(nobody))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("127.0.0.1:1/x")
        .hasMessageContaining("pg_hba.conf")
        .hasMessageNotContaining("secret");
  }
}
