// SPDX-License-Identifier: Apache-2.0
/** Where crossings outlive a restart: the journal, and files of other gateways. */
@NullMarked
package io.wayside.tolling.entries.kept;

import org.jspecify.annotations.NullMarked;
