// SPDX-License-Identifier: Apache-2.0
/** Checks a journal or an export from its raw bytes, without the rest of the gateway. */
@NullMarked
package io.wayside.journal.verify;

import org.jspecify.annotations.NullMarked;
