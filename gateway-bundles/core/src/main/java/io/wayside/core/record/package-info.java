// SPDX-License-Identifier: Apache-2.0
/** What a station hands to the journal and what the journal keeps. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.core.record;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
