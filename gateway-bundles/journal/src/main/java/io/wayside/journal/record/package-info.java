// SPDX-License-Identifier: Apache-2.0
/**
 * The forms of a record outside memory: the canonical bytes that are kept and hashed, the hash
 * chain of a stream, and the envelope on the wire from which the canonical bytes can be had again.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.journal.record;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
