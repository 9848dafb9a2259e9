// SPDX-License-Identifier: Apache-2.0
/** Statements about a journal that are checked far from it, with nothing but a public key. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.journal.proof;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
