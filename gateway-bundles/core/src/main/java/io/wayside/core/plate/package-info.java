// SPDX-License-Identifier: Apache-2.0
/** Number plates: which texts can be one, what a camera may have meant, keyed hashes. */
@Export
@Version("1.1.0")
@NullMarked
package io.wayside.core.plate;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
