package org.pgherd.semantics.function;

import java.util.List;
import org.pgherd.semantics.function.array.ArrayChance;
import org.pgherd.semantics.function.array.ArrayChanges;
import org.pgherd.semantics.function.array.ArrayComparisons;
import org.pgherd.semantics.function.array.ArraySearch;
import org.pgherd.semantics.function.array.ArrayShape;
import org.pgherd.semantics.function.array.OidVectorComparisons;
import org.pgherd.semantics.function.bits.BitFunctions;
import org.pgherd.semantics.function.bool.BooleanFunctions;
import org.pgherd.semantics.function.bytes.ByteaComparisons;
import org.pgherd.semantics.function.bytes.ByteaFunctions;
import org.pgherd.semantics.function.bytes.Digests;
import org.pgherd.semantics.function.bytes.Encodings;
import org.pgherd.semantics.function.bytes.IntegerBytes;
import org.pgherd.semantics.function.datetime.Clock;
import org.pgherd.semantics.function.datetime.DateArithmetic;
import org.pgherd.semantics.function.datetime.DatePart;
import org.pgherd.semantics.function.datetime.DateTimeComparisons;
import org.pgherd.semantics.function.datetime.DateTimeConversions;
import org.pgherd.semantics.function.datetime.Extract;
import org.pgherd.semantics.function.datetime.IntervalArithmetic;
import org.pgherd.semantics.function.datetime.MakeDateTime;
import org.pgherd.semantics.function.datetime.MixedDateTimeComparisons;
import org.pgherd.semantics.function.datetime.Overlap;
import org.pgherd.semantics.function.datetime.Precision;
import org.pgherd.semantics.function.datetime.TimeFields;
import org.pgherd.semantics.function.datetime.TimeZoneShift;
import org.pgherd.semantics.function.datetime.TimestampArithmetic;
import org.pgherd.semantics.function.datetime.TimestampSeries;
import org.pgherd.semantics.function.datetime.Truncation;
import org.pgherd.semantics.function.enums.EnumComparisons;
import org.pgherd.semantics.function.enums.EnumRanges;
import org.pgherd.semantics.function.floating.DegreeTrigonometry;
import org.pgherd.semantics.function.floating.FloatArithmetic;
import org.pgherd.semantics.function.floating.FloatComparisons;
import org.pgherd.semantics.function.floating.FloatConversions;
import org.pgherd.semantics.function.floating.FloatMath;
import org.pgherd.semantics.function.floating.Trigonometry;
import org.pgherd.semantics.function.format.DateFormatting;
import org.pgherd.semantics.function.format.DateReading;
import org.pgherd.semantics.function.format.NumberFormatting;
import org.pgherd.semantics.function.format.NumberReading;
import org.pgherd.semantics.function.geometry.Boxes;
import org.pgherd.semantics.function.geometry.Circles;
import org.pgherd.semantics.function.geometry.Lines;
import org.pgherd.semantics.function.geometry.Paths;
import org.pgherd.semantics.function.geometry.Points;
import org.pgherd.semantics.function.geometry.Polygons;
import org.pgherd.semantics.function.geometry.Segments;
import org.pgherd.semantics.function.hashing.AddressHashes;
import org.pgherd.semantics.function.hashing.HashCalls;
import org.pgherd.semantics.function.hashing.PolymorphicHashes;
import org.pgherd.semantics.function.identity.LogDistances;
import org.pgherd.semantics.function.identity.LogPositions;
import org.pgherd.semantics.function.identity.RowAddresses;
import org.pgherd.semantics.function.identity.Snapshots;
import org.pgherd.semantics.function.identity.UuidFunctions;
import org.pgherd.semantics.function.integer.IntegerArithmetic;
import org.pgherd.semantics.function.integer.IntegerBits;
import org.pgherd.semantics.function.integer.IntegerComparisons;
import org.pgherd.semantics.function.integer.IntegerConversions;
import org.pgherd.semantics.function.integer.MixedIntegerArithmetic;
import org.pgherd.semantics.function.integer.MixedIntegerComparisons;
import org.pgherd.semantics.function.io.InputCalls;
import org.pgherd.semantics.function.io.OutputCalls;
import org.pgherd.semantics.function.json.JsonAccess;
import org.pgherd.semantics.function.json.JsonBuilding;
import org.pgherd.semantics.function.json.JsonPathCalls;
import org.pgherd.semantics.function.json.JsonRecords;
import org.pgherd.semantics.function.json.JsonbAccess;
import org.pgherd.semantics.function.json.JsonbCasts;
import org.pgherd.semantics.function.json.JsonbChanges;
import org.pgherd.semantics.function.json.JsonbComparisons;
import org.pgherd.semantics.function.money.MoneyFunctions;
import org.pgherd.semantics.function.network.MacAddressFunctions;
import org.pgherd.semantics.function.network.NetworkComparisons;
import org.pgherd.semantics.function.network.NetworkFunctions;
import org.pgherd.semantics.function.numeric.NumericArithmetic;
import org.pgherd.semantics.function.numeric.NumericComparisons;
import org.pgherd.semantics.function.numeric.NumericConversions;
import org.pgherd.semantics.function.numeric.NumericPower;
import org.pgherd.semantics.function.numeric.NumericTranscendentals;
import org.pgherd.semantics.function.range.MultirangeComparisons;
import org.pgherd.semantics.function.range.MultirangeFunctions;
import org.pgherd.semantics.function.range.RangeComparisons;
import org.pgherd.semantics.function.range.RangeFunctions;
import org.pgherd.semantics.function.record.RecordComparisons;
import org.pgherd.semantics.function.regexp.RegexpFunctions;
import org.pgherd.semantics.function.regexp.RegexpMatching;
import org.pgherd.semantics.function.regexp.RegexpReplace;
import org.pgherd.semantics.function.series.NumberSeries;
import org.pgherd.semantics.function.session.Chance;
import org.pgherd.semantics.function.session.SequenceFunctions;
import org.pgherd.semantics.function.session.SessionFunctions;
import org.pgherd.semantics.function.session.SessionObjects;
import org.pgherd.semantics.function.text.AnyText;
import org.pgherd.semantics.function.text.Bpchar;
import org.pgherd.semantics.function.text.BpcharComparisons;
import org.pgherd.semantics.function.text.Concatenation;
import org.pgherd.semantics.function.text.Format;
import org.pgherd.semantics.function.text.IdentifierParsing;
import org.pgherd.semantics.function.text.InternalChar;
import org.pgherd.semantics.function.text.LetterCase;
import org.pgherd.semantics.function.text.Like;
import org.pgherd.semantics.function.text.NameComparisons;
import org.pgherd.semantics.function.text.Quoting;
import org.pgherd.semantics.function.text.Replacement;
import org.pgherd.semantics.function.text.Sizes;
import org.pgherd.semantics.function.text.SqlPatterns;
import org.pgherd.semantics.function.text.TextComparisons;
import org.pgherd.semantics.function.text.TextLists;
import org.pgherd.semantics.function.text.TextParts;
import org.pgherd.semantics.function.text.Trimming;
import org.pgherd.semantics.function.text.UnicodeText;
import org.pgherd.semantics.function.textsearch.Documents;
import org.pgherd.semantics.function.textsearch.Queries;
import org.pgherd.semantics.function.textsearch.RankCalls;
import org.pgherd.semantics.function.window.InRange;
import org.pgherd.semantics.function.window.InRangeOfTimes;
import org.pgherd.semantics.function.xml.XmlText;

/// The classes whose methods are functions. One line per class; [FunctionRegistry] reads their annotations.
public final class FunctionLibrary {
    private static final List<Class<?>> CLASSES = List.of(
            ArrayChanges.class,
            ArrayComparisons.class,
            ArraySearch.class,
            ArrayShape.class,
            BitFunctions.class,
            BooleanFunctions.class,
            ByteaComparisons.class,
            ByteaFunctions.class,
            Digests.class,
            Encodings.class,
            IntegerBytes.class,
            Clock.class,
            DateArithmetic.class,
            DatePart.class,
            DateTimeComparisons.class,
            DateTimeConversions.class,
            Extract.class,
            IntervalArithmetic.class,
            MakeDateTime.class,
            MixedDateTimeComparisons.class,
            Overlap.class,
            Precision.class,
            TimeFields.class,
            TimeZoneShift.class,
            TimestampArithmetic.class,
            TimestampSeries.class,
            Truncation.class,
            EnumComparisons.class,
            DegreeTrigonometry.class,
            FloatArithmetic.class,
            FloatComparisons.class,
            FloatConversions.class,
            FloatMath.class,
            Trigonometry.class,
            DateFormatting.class,
            NumberFormatting.class,
            HashCalls.class,
            LogPositions.class,
            LogDistances.class,
            RowAddresses.class,
            Snapshots.class,
            SessionObjects.class,
            XmlText.class,
            UuidFunctions.class,
            IntegerArithmetic.class,
            IntegerBits.class,
            IntegerComparisons.class,
            IntegerConversions.class,
            MixedIntegerArithmetic.class,
            MixedIntegerComparisons.class,
            OutputCalls.class,
            JsonAccess.class,
            JsonRecords.class,
            JsonBuilding.class,
            JsonbAccess.class,
            JsonbCasts.class,
            JsonbChanges.class,
            JsonbComparisons.class,
            MoneyFunctions.class,
            NetworkComparisons.class,
            NumericArithmetic.class,
            NumericComparisons.class,
            NumericConversions.class,
            NumericPower.class,
            NumericTranscendentals.class,
            RangeComparisons.class,
            RangeFunctions.class,
            RegexpFunctions.class,
            RegexpMatching.class,
            RegexpReplace.class,
            NumberSeries.class,
            Chance.class,
            SessionFunctions.class,
            AnyText.class,
            Bpchar.class,
            BpcharComparisons.class,
            Concatenation.class,
            Format.class,
            InternalChar.class,
            LetterCase.class,
            Like.class,
            NameComparisons.class,
            Quoting.class,
            Replacement.class,
            SqlPatterns.class,
            TextComparisons.class,
            TextLists.class,
            TextParts.class,
            Trimming.class,
            UnicodeText.class,
            MultirangeComparisons.class,
            MultirangeFunctions.class,
            PolymorphicHashes.class,
            AddressHashes.class,
            NetworkFunctions.class,
            MacAddressFunctions.class,
            DateReading.class,
            NumberReading.class,
            Points.class,
            Boxes.class,
            Lines.class,
            Segments.class,
            Paths.class,
            Polygons.class,
            Circles.class,
            JsonPathCalls.class,
            EnumRanges.class,
            InRangeOfTimes.class,
            RecordComparisons.class,
            SequenceFunctions.class,
            ArrayChance.class,
            OidVectorComparisons.class,
            InputCalls.class,
            IdentifierParsing.class,
            Sizes.class,
            Documents.class,
            Queries.class,
            RankCalls.class,
            InRange.class);

    private FunctionLibrary() {}

    public static List<Class<?>> classes() {
        return CLASSES;
    }
}
