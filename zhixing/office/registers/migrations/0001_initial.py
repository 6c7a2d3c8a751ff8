import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organ', '0006_enrolment'),
    ]

    operations = [
        migrations.CreateModel(
            name='Kept',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('register', models.CharField(max_length=20, verbose_name='登记簿')),
                ('number', models.CharField(max_length=40, verbose_name='登记号')),
                ('name', models.CharField(max_length=100, verbose_name='名称')),
                ('state', models.CharField(choices=[('在用', '在用'), ('借出', '借出'), ('停用', '停用'), ('已上交', '已上交'), ('已销毁', '已销毁'), ('已作废', '已作废')], default='在用', max_length=3, verbose_name='状态')),
                ('kept_since', models.DateField(verbose_name='保管起')),
                ('held_until', models.DateField(null=True, verbose_name='代管到')),
                ('entered_at', models.DateTimeField(verbose_name='登记时间')),
                ('ended_on', models.DateField(null=True, verbose_name='停用日期')),
                ('end_reason', models.CharField(blank=True, max_length=300, verbose_name='停用、作废原因')),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='登记人')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='现由谁保管')),
                ('keeper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='保管人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(fields=['organ', 'register', 'state'], name='registers_k_organ_i_72f72e_idx')],
                'constraints': [models.UniqueConstraint(fields=('organ', 'number'), name='a_kept_thing_numbered_once'), models.CheckConstraint(condition=models.Q(('state__in', ('在用', '借出')), models.Q(('end_reason', ''), _negated=True), _connector='OR'), name='an_end_has_its_reason')],
            },
        ),
        migrations.CreateModel(
            name='HandOver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('移交', '移交'), ('代管', '代管'), ('交回', '交回')], max_length=2, verbose_name='种类')),
                ('reason', models.CharField(max_length=300, verbose_name='原因')),
                ('until', models.DateField(null=True, verbose_name='代管到')),
                ('source', models.CharField(blank=True, max_length=80, verbose_name='依据')),
                ('state', models.CharField(choices=[('待接收', '待接收'), ('已接收', '已接收'), ('未接收', '未接收')], default='待接收', max_length=3, verbose_name='状态')),
                ('offered_at', models.DateTimeField(verbose_name='移交时间')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='接收时间')),
                ('answer', models.CharField(blank=True, max_length=300, verbose_name='接收意见')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='移交人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='接收人')),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hand_overs', to='registers.kept')),
            ],
            options={
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', '待接收')), fields=('kept',), name='one_open_hand_over_a_thing'), models.CheckConstraint(condition=models.Q(('giver', models.F('receiver')), _negated=True), name='handed_to_another'), models.CheckConstraint(condition=models.Q(models.Q(('kind', '代管'), _negated=True), ('until__isnull', False), _connector='OR'), name='a_while_has_its_end'), models.CheckConstraint(condition=models.Q(('state', '待接收'), ('answered_at__isnull', False), _connector='OR'), name='an_answer_has_its_time')],
            },
        ),
        migrations.CreateModel(
            name='Line',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('number', models.PositiveIntegerField(verbose_name='序号')),
                ('source', models.CharField(max_length=80, verbose_name='来源')),
                ('day', models.DateField(verbose_name='日期')),
                ('put_at', models.DateTimeField(verbose_name='登记时间')),
                ('void_reason', models.CharField(blank=True, max_length=300, verbose_name='作废原因')),
                ('voided_at', models.DateTimeField(null=True, verbose_name='作废时间')),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='registers.kept')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('put_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='登记人')),
                ('voided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='作废人')),
            ],
            options={
                'ordering': ['year', 'number'],
                'constraints': [models.UniqueConstraint(fields=('kept', 'year', 'number'), name='a_line_numbered_once'), models.UniqueConstraint(condition=models.Q(('voided_at', None)), fields=('kept', 'source'), name='one_standing_line_a_source'), models.CheckConstraint(condition=models.Q(('voided_at', None), models.Q(models.Q(('void_reason', ''), _negated=True), ('voided_by__isnull', False)), _connector='OR'), name='a_void_line_has_its_reason')],
            },
        ),
        migrations.CreateModel(
            name='Loan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=40, verbose_name='编号')),
                ('purpose', models.CharField(max_length=300, verbose_name='用途')),
                ('source', models.CharField(blank=True, max_length=80, verbose_name='依据')),
                ('state', models.CharField(choices=[('借出', '借出'), ('待验收', '待验收'), ('已归还', '已归还'), ('已作废', '已作废')], default='借出', max_length=3, verbose_name='状态')),
                ('out_at', models.DateTimeField(verbose_name='借出时间')),
                ('due', models.DateField(verbose_name='应还日期')),
                ('brought_at', models.DateTimeField(null=True, verbose_name='交回时间')),
                ('report', models.CharField(blank=True, max_length=500, verbose_name='使用情况')),
                ('closed_at', models.DateTimeField(null=True, verbose_name='确认归还时间')),
                ('closing', models.CharField(blank=True, max_length=300, verbose_name='验收情况')),
                ('borrower', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='借用人')),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='验收人')),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='loans', to='registers.kept')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('out_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='借出经手人')),
            ],
            options={
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(fields=('organ', 'number'), name='a_loan_numbered_once'), models.UniqueConstraint(condition=models.Q(('state__in', ('借出', '待验收'))), fields=('kept',), name='one_open_loan_a_thing'), models.CheckConstraint(condition=models.Q(models.Q(('state', '已归还'), _negated=True), models.Q(('closed_at__isnull', False), ('closed_by__isnull', False)), _connector='OR'), name='returned_when_confirmed'), models.CheckConstraint(condition=models.Q(models.Q(('state', '已归还'), _negated=True), models.Q(('closed_by', models.F('borrower')), _negated=True), ('out_by', models.F('borrower')), _connector='OR'), name='a_borrower_confirms_nothing')],
            },
        ),
        migrations.CreateModel(
            name='StockTaking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('register', models.CharField(max_length=20, verbose_name='登记簿')),
                ('begun_at', models.DateTimeField(verbose_name='开始时间')),
                ('finished_at', models.DateTimeField(null=True, verbose_name='结束时间')),
                ('remark', models.CharField(blank=True, max_length=500, verbose_name='盘点结果')),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='盘点人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
            ],
            options={
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('finished_at', None)), fields=('organ', 'register'), name='one_running_stock_taking')],
            },
        ),
        migrations.CreateModel(
            name='StockLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('found', models.BooleanField(null=True, verbose_name='相符')),
                ('remark', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='应由谁保管')),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registers.kept')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('taking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='registers.stocktaking')),
            ],
            options={
                'ordering': ['kept_id'],
                'constraints': [models.UniqueConstraint(fields=('taking', 'kept'), name='looked_for_once'), models.CheckConstraint(condition=models.Q(models.Q(('found', False), _negated=True), models.Q(('remark', ''), _negated=True), _connector='OR'), name='what_is_missing_is_explained')],
            },
        ),
        migrations.CreateModel(
            name='YearBook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('content', models.JSONField(verbose_name='内容')),
                ('lines', models.PositiveIntegerField(verbose_name='条数')),
                ('alg', models.CharField(max_length=10, verbose_name='摘要算法')),
                ('hash', models.CharField(max_length=64, verbose_name='摘要')),
                ('sealed_at', models.DateTimeField(verbose_name='归档时间')),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='books', to='registers.kept')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('sealed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.person', verbose_name='归档人')),
            ],
            options={
                'ordering': ['-year', 'kept_id'],
                'constraints': [models.UniqueConstraint(fields=('kept', 'year'), name='one_book_a_year')],
            },
        ),
    ]
