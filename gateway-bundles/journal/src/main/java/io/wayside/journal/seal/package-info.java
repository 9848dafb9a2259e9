// SPDX-License-Identifier: Apache-2.0
/** Seals: one signature over everything a commit added, chained to the seal before. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.journal.seal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
