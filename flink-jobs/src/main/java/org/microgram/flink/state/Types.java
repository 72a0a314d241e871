package org.microgram.flink.state;

import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.Refusal;
import org.microgram.messages.readings.SectionMessage;
import org.microgram.messages.readings.StationMessage;

/** The types that travel in the job, each with its own serializer: nothing falls back to a generic one. */
public final class Types {

    public static final TypeInformation<ReadingsMessage> READING =
            new Own<>(ReadingsMessage.class, ReadingSerializer.INSTANCE);
    public static final TypeInformation<StationMessage> STATION_MESSAGE =
            new Own<>(StationMessage.class, StationMessageSerializer.INSTANCE);
    public static final TypeInformation<SectionMessage> SECTION_MESSAGE =
            new Own<>(SectionMessage.class, SectionMessageSerializer.INSTANCE);
    public static final TypeInformation<AreaUpdate> AREA_UPDATE =
            new Own<>(AreaUpdate.class, AreaUpdateSerializer.INSTANCE);
    public static final TypeInformation<BasinUpdate> BASIN_UPDATE =
            new Own<>(BasinUpdate.class, BasinUpdateSerializer.INSTANCE);
    public static final TypeInformation<Figure> FIGURE = new Own<>(Figure.class, FigureSerializer.INSTANCE);
    public static final TypeInformation<Refusal> REFUSAL = new Own<>(Refusal.class, RefusalSerializer.INSTANCE);

    private Types() {}

    private static final class Own<T> extends TypeInformation<T> {

        private final Class<T> type;
        private final TypeSerializer<T> serializer;

        Own(Class<T> type, TypeSerializer<T> serializer) {
            this.type = type;
            this.serializer = serializer;
        }

        @Override
        public boolean isBasicType() {
            return false;
        }

        @Override
        public boolean isTupleType() {
            return false;
        }

        @Override
        public int getArity() {
            return 1;
        }

        @Override
        public int getTotalFields() {
            return 1;
        }

        @Override
        public Class<T> getTypeClass() {
            return type;
        }

        @Override
        public boolean isKeyType() {
            return false;
        }

        @Override
        public TypeSerializer<T> createSerializer(SerializerConfig config) {
            return serializer;
        }

        public TypeSerializer<T> createSerializer(ExecutionConfig config) {
            return serializer;
        }

        @Override
        public boolean canEqual(Object other) {
            return other instanceof Own;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Own<?> that && type.equals(that.type);
        }

        @Override
        public int hashCode() {
            return type.hashCode();
        }

        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }
}
