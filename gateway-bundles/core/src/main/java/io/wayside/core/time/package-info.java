// SPDX-License-Identifier: Apache-2.0
/** Time with quality: wall time, how far it can be trusted, boot id and monotonic time. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.core.time;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
