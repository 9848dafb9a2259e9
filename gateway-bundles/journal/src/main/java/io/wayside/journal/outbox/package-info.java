// SPDX-License-Identifier: Apache-2.0
/** What each destination has acknowledged, and whose turn it is. No SQL, no threads. */
@NullMarked
package io.wayside.journal.outbox;

import org.jspecify.annotations.NullMarked;
