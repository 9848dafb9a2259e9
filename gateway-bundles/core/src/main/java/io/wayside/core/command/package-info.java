// SPDX-License-Identifier: Apache-2.0
/** Commands: one path, one permission check, one audit entry. */
@Export
@Version("1.1.0")
@NullMarked
package io.wayside.core.command;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
