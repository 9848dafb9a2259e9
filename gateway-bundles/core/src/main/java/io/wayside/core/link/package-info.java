// SPDX-License-Identifier: Apache-2.0
/** Byte links to devices: serial lines, sockets, pseudo-terminals. */
@Export
@Version("1.1.0")
@NullMarked
package io.wayside.core.link;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
