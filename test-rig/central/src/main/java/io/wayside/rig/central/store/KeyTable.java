// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.rig.central.heads.PublicKeyText;
import io.wayside.rig.central.store.GatewayKey.Trust;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which keys gateways sign with. */
final class KeyTable {

  private static final Logger LOG = LoggerFactory.getLogger(KeyTable.class);

  private KeyTable() {}

  /** A gateway signed with this key: the first one is believed, any other is an alarm. */
  static void seen(Connection connection, String gateway, PublicKeyText key, Instant at)
      throws SQLException {
    List<GatewayKey> known = of(connection, gateway);
    if (known.stream().anyMatch(each -> each.id().equals(key.id()))) {
      return;
    }
    Trust trust = known.isEmpty() ? Trust.PINNED : Trust.STRANGE;
    put(connection, new GatewayKey(gateway, key.id(), key.hex(), trust, at));
    if (trust == Trust.STRANGE) {
      LOG.error(
          "ALARM: gateway {} signs with key {}, which was not seen before; if its key was replaced"
              + " in good order, give the new one with --key",
          gateway,
          key.id());
    }
  }

  /** Somebody vouches for it. */
  static void install(Connection connection, String gateway, PublicKeyText key, Instant at)
      throws SQLException {
    put(connection, new GatewayKey(gateway, key.id(), key.hex(), Trust.INSTALLED, at));
  }

  static List<GatewayKey> all(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM gateway_keys ORDER BY gateway, since, key_id")) {
      return read(select);
    }
  }

  private static List<GatewayKey> of(Connection connection, String gateway) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM gateway_keys WHERE gateway = ?")) {
      select.setString(1, gateway);
      return read(select);
    }
  }

  private static List<GatewayKey> read(PreparedStatement select) throws SQLException {
    List<GatewayKey> keys = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        keys.add(
            new GatewayKey(
                row.getString("gateway"),
                row.getString("key_id"),
                row.getString("public_key"),
                Trust.valueOf(row.getString("trust")),
                Instant.ofEpochMilli(row.getLong("since"))));
      }
    }
    return keys;
  }

  private static void put(Connection connection, GatewayKey key) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO gateway_keys VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (gateway, key_id) DO UPDATE SET trust = excluded.trust""")) {
      upsert.setString(1, key.gateway());
      upsert.setString(2, key.id());
      upsert.setString(3, key.publicKey());
      upsert.setString(4, key.trust().name());
      upsert.setLong(5, key.since().toEpochMilli());
      upsert.executeUpdate();
    }
  }
}
