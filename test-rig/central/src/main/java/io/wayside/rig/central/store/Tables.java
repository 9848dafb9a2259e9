// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.util.List;

/**
 * The tables, in SQL that SQLite and PostgreSQL both take. docs/central.md shows them to
 * integrators.
 */
final class Tables {

  /** "WayC" in ASCII; says whose file it is. */
  static final int APPLICATION_ID = 0x57617943;

  static final int VERSION = 2;

  static final List<String> CREATE =
      List.of(
          """
          CREATE TABLE records (
            gateway       VARCHAR(64) NOT NULL,
            stream        VARCHAR(64) NOT NULL,
            sequence      BIGINT      NOT NULL,
            arrival       BIGINT      NOT NULL UNIQUE,
            kind          VARCHAR(80) NOT NULL,
            occurred      VARCHAR(40) NOT NULL,
            received      BIGINT      NOT NULL,
            previous_hash CHAR(64)    NOT NULL,
            hash          CHAR(64)    NOT NULL,
            payload       TEXT        NOT NULL,
            PRIMARY KEY (gateway, stream, sequence)
          )""",
          "CREATE INDEX records_of_kind ON records (kind, arrival)",
          """
          CREATE TABLE runs (
            gateway      VARCHAR(64) NOT NULL,
            stream       VARCHAR(64) NOT NULL,
            first_number BIGINT      NOT NULL,
            last_number  BIGINT      NOT NULL,
            before_hash  CHAR(64)    NOT NULL,
            last_hash    CHAR(64)    NOT NULL,
            PRIMARY KEY (gateway, stream, first_number)
          )""",
          """
          CREATE TABLE explained (
            gateway      VARCHAR(64) NOT NULL,
            stream       VARCHAR(64) NOT NULL,
            reason       VARCHAR(16) NOT NULL,
            first_number BIGINT      NOT NULL,
            last_number  BIGINT      NOT NULL,
            step         BIGINT      NOT NULL,
            PRIMARY KEY (gateway, stream, reason, first_number, last_number, step)
          )""",
          """
          CREATE TABLE streams (
            gateway      VARCHAR(64) NOT NULL,
            stream       VARCHAR(64) NOT NULL,
            chain_breaks BIGINT      NOT NULL,
            repeated     BIGINT      NOT NULL,
            conflicting  BIGINT      NOT NULL,
            refused      BIGINT      NOT NULL,
            last_heard   BIGINT      NOT NULL,
            PRIMARY KEY (gateway, stream)
          )""",
          """
          CREATE TABLE alarms (
            gateway  VARCHAR(64)  NOT NULL,
            stream   VARCHAR(64)  NOT NULL,
            source   VARCHAR(200) NOT NULL,
            code     VARCHAR(200) NOT NULL,
            sequence BIGINT       NOT NULL,
            raised   INTEGER      NOT NULL,
            PRIMARY KEY (gateway, stream, source, code)
          )""",
          """
          CREATE TABLE gateway_keys (
            gateway    VARCHAR(64)  NOT NULL,
            key_id     CHAR(16)     NOT NULL,
            public_key TEXT         NOT NULL,
            trust      VARCHAR(16)  NOT NULL,
            since      BIGINT       NOT NULL,
            PRIMARY KEY (gateway, key_id)
          )""",
          """
          CREATE TABLE conflicts (
            gateway   VARCHAR(64) NOT NULL,
            stream    VARCHAR(64) NOT NULL,
            sequence  BIGINT      NOT NULL,
            hash      CHAR(64)    NOT NULL,
            kept_hash CHAR(64)    NOT NULL,
            received  BIGINT      NOT NULL,
            payload   TEXT        NOT NULL,
            PRIMARY KEY (gateway, stream, sequence, hash)
          )""",
          """
          CREATE TABLE refusals (
            number   BIGINT  NOT NULL PRIMARY KEY,
            topic    TEXT    NOT NULL,
            reason   TEXT    NOT NULL,
            received BIGINT  NOT NULL,
            bytes    INTEGER NOT NULL,
            payload  TEXT    NOT NULL
          )""");

  private Tables() {}
}
