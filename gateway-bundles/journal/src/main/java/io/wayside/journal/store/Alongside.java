// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.Connection;
import java.sql.SQLException;

/** What is changed in the same transaction in which records are added: both or neither. */
interface Alongside {

  Alongside NOTHING = connection -> {};

  void change(Connection connection) throws SQLException;
}
