// SPDX-License-Identifier: Apache-2.0
/** The store: SQLite database, writer, recovery, retention. The only place with SQL. */
@NullMarked
package io.wayside.journal.store;

import org.jspecify.annotations.NullMarked;
